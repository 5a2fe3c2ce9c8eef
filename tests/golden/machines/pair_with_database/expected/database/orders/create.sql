-- Databases and accounts; run once, by an administrator.
-- Accounts cannot log in until they have a password: \password NAME in psql.
CREATE ROLE "backup" LOGIN;
GRANT pg_read_all_data TO "backup";
CREATE DATABASE "orders" TEMPLATE template0 ENCODING 'UTF8';
