import ballerina/http;

service /p9090 on new http:Listener(9090) {
}

service /p9097 on new http:Listener(9097) {
}

service /p9104 on new http:Listener(9104) {
}

service /p9111 on new http:Listener(9111) {
}

service /p9118 on new http:Listener(9118) {
}

service /p9125 on new http:Listener(9125) {
}

service /p9132 on new http:Listener(9132) {
}

service /p9139 on new http:Listener(9139) {
}

service /p9146 on new http:Listener(9146) {
}

service /p9153 on new http:Listener(9153) {
}

service /p9160 on new http:Listener(9160) {
}

service /p9167 on new http:Listener(9167) {
}

service /p9174 on new http:Listener(9174) {
}
