public function main() {
}
