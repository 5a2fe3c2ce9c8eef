import ballerina/cloud;
import ballerina/ftp;
import ballerina/http;
import ballerina/log;
import ballerina/time;

# Address of the billing system.
configurable string billingUrl = ?;

# Where the accountants fetch the invoices.
configurable Target target = ?;

# Days that one run looks back.
configurable int days = 1;

final http:Client billing = check new (billingUrl);

// Weekdays at half past two, when the billing system has closed its day.
@cloud:Task {
    schedule: {
        minutes: "30",
        hours: "2",
        dayOfMonth: "*",
        monthOfYear: "*",
        daysOfWeek: "1-5"
    }
}
public function main() returns error? {
    time:Utc begin = time:utcAddSeconds(time:utcNow(), -86400 * <decimal>days);
    Invoice[] invoices = check billing->/invoices(since = time:utcToString(begin));
    ftp:Client store = check new ({host: target.host, auth: {credentials: {username: target.user}}});
    foreach Invoice invoice in invoices {
        check store->put(string `${target.folder}/${invoice.number}.json`, invoice.toJsonString());
    }
    log:printInfo("invoices exported", count = invoices.length());
}
