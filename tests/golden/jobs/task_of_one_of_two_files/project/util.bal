public function twice(int n) returns int => 2 * n;
