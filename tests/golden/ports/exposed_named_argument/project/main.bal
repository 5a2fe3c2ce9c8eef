import acme/sales.queue;

listener queue:Listener source = new (port = 9203);

service on source {
}
