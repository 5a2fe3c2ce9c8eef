import ballerina/cloud;

@cloud:Task {
    schedule: {
        minutes: "0",
        hours: "2",
        dayOfMonth: "*",
        monthOfYear: "*",
        daysOfWeek: "1-5"
    }
}
function main() {
}
