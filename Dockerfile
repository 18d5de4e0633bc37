# syntax=docker/dockerfile:1
# The bot, for a machine that runs day and night. `docker compose up --build -d` uses it; see compose.yaml.

FROM python:3.13-trixie AS build

# Debian's SQLite has the WAL-reset bug (sqlite.org/wal.html#walresetbug) and no backport, so the image brings its own.
# The checksum is the one that several distributions' recipes for 3.51.3 name; a file with another one is refused.
ADD --checksum=sha256:81f5be397049b0cae1b167f2225af7646fc0f82e4a9b3c48c9ea3a533e21d77a \
    https://www.sqlite.org/2026/sqlite-autoconf-3510300.tar.gz /build/sqlite.tar.gz
# SECURE_DELETE is Debian's choice too: what a customer has deleted is overwritten, not just forgotten.
RUN mkdir -p /opt/sqlite \
    && tar -xzf /build/sqlite.tar.gz -C /build --strip-components=1 \
    && gcc -O2 -fPIC -shared -Wl,-soname,libsqlite3.so.0 \
        -DSQLITE_SECURE_DELETE -DSQLITE_THREADSAFE=1 -DSQLITE_USE_URI \
        -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_DBSTAT_VTAB \
        -o /opt/sqlite/libsqlite3.so.0 /build/sqlite3.c -lm -ldl -lpthread

COPY requirements.lock /build/
RUN python -m venv /opt/venv \
    && /opt/venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check \
        --require-hashes -r /build/requirements.lock

FROM python:3.13-slim-trixie

# By this path and not by ldconfig, whose order differs between amd64 and arm64.
ENV LD_LIBRARY_PATH=/opt/sqlite \
    PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data
# Where matplotlib keeps its list of fonts: nobody has a home in here.
ENV MPLCONFIGDIR=/tmp/matplotlib

COPY --from=build /opt/sqlite /opt/sqlite
COPY --from=build /opt/venv /opt/venv
WORKDIR /app
COPY bot bot
COPY handlers handlers
COPY loyalty loyalty
COPY storage storage

# No image with an unfixed SQLite. Compiled now, since the running container can't write here.
RUN python -m storage.sqlite_version \
    && python -m compileall -q . \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin cup \
    && install -d -o cup -g cup -m 0700 /data

USER cup
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["python", "-m", "bot", "health"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
