#!/bin/sh
# Run by PostgreSQL's image when its database is new: the role of the app, which owns nothing. npm run migrate gives it its rights.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$APP_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role registry_app login password :'password';
SQL
