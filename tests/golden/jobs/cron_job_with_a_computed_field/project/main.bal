import ballerina/cloud;

const EVERY = "*";

@cloud:Task {
    schedule: {
        minutes: "0",
        hours: "2",
        dayOfMonth: "*",
        monthOfYear: EVERY,
        daysOfWeek: "1-5"
    }
}
function main() {
}
