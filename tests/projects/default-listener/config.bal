final int adminPort = 9443;
