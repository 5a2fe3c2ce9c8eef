import acme/sales.queue;

service on new queue:Listener() {
}
