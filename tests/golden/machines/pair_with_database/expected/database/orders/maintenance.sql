-- Tells the server what tables hold, so that it reads them the short way. Run it while little goes on.
-- Once in each database: psql --dbname=NAME --file=maintenance.sql
VACUUM (ANALYZE);
