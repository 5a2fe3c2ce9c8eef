import ballerina/cloud;

@cloud:Task {
    schedule: {
        minutes: "0",
        hours: "2",
        monthOfYear: "*",
        daysOfWeek: "1-5"
    }
}
function main() {
}
