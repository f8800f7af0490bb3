#!/bin/sh
# Builds deploy/Dockerfile without a container engine and starts the app in it: as user 1000, on a read-only root, with an
# empty environment. Needs root, buildah, debootstrap and a Node to put into the base image, and in the environment
# DATABASE_URL (an empty database), LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET of programs that run here.
#   deploy/try-image.sh [folder for the images, kept for the next run]
set -eu
: "${DATABASE_URL:?}" "${LIVEKIT_URL:?}" "${LIVEKIT_API_KEY:?}" "${LIVEKIT_API_SECRET:?}"
cd "$(dirname "$0")/.."
work=${1:-/var/tmp/greenroom-image}
port=${PORT:-3900}
mkdir -p "$work"

images() {
  command=$1
  shift
  buildah --storage-driver vfs --root "$work/storage" --runroot "$work/run" "$command" "$@"
}

# Stands in for Node's official image: Debian, Node with npm, and its user.
if ! images inspect --type image greenroom-try-node > /dev/null 2>&1; then
  [ -d "$work/base/usr" ] || debootstrap --variant=minbase --include=ca-certificates "${SUITE:-bookworm}" "$work/base"
  mkdir -p "$work/base/usr/local/bin" "$work/base/usr/local/lib/node_modules"
  cp "$(command -v node)" "$work/base/usr/local/bin/node"
  cp -rT "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$work/base/usr/local/lib/node_modules/npm"
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$work/base/usr/local/bin/npm"
  chroot "$work/base" /usr/sbin/useradd --uid 1000 node || true
  # The build trusts the certificates that this machine trusts, such as those of its proxy.
  cp /etc/ssl/certs/ca-certificates.crt "$work/base/etc/ssl/certs/"
  container=$(images from scratch)
  images add "$container" "$work/base" /
  images config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$container"
  images commit --rm "$container" greenroom-try-node
fi

images bud --isolation chroot --format docker --network host --build-arg NODE_IMAGE=localhost/greenroom-try-node \
  -f deploy/Dockerfile -t greenroom-try .

container=$(images from greenroom-try)
root=$(images mount "$container")
mkdir -p "$work/root"
random() { head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '='; }
export root work port SESSION_SECRET="$(random)" API_JWT_SECRET="$(random)" INVITE_KEY="$(random)"
trap 'images rm "$container" > /dev/null' EXIT

# The mounts end with the namespace.
unshare --mount sh -eu -c '
  mount --bind "$root" "$work/root"
  mount -o remount,bind,ro "$work/root"
  mount -t tmpfs tmpfs "$work/root/tmp"
  mount --bind /dev "$work/root/dev"
  mount -t proc proc "$work/root/proc"
  # Becomes the app, so that the shell that runs it in the background has its signals.
  start() {
    exec chroot --userspec=1000:1000 "$work/root" /usr/bin/env -i -C /app PATH=/usr/local/bin:/usr/bin:/bin NODE_ENV=production \
      HOST=127.0.0.1 PORT="$1" PUBLIC_URL="http://localhost:$port" DATABASE_URL="$DATABASE_URL" LIVEKIT_URL="$LIVEKIT_URL" \
      LIVEKIT_API_KEY="$LIVEKIT_API_KEY" LIVEKIT_API_SECRET="$LIVEKIT_API_SECRET" SESSION_SECRET="$SESSION_SECRET" \
      API_JWT_SECRET="$API_JWT_SECRET" INVITE_KEY="$INVITE_KEY" node scripts/prebuilt.mjs $2
  }
  ready() {
    for second in $(seq 120); do
      [ "$(curl -s -o /dev/null -w "%{http_code}" "http://127.0.0.1:$1/readyz")" != 200 ] || return 0
      sleep 1
    done
    echo "port $1 is not ready" >&2
    return 1
  }
  # Two at once on an empty database: one migrates, the other waits.
  start "$port" "" & one=$!
  start "$((port + 1))" "" & two=$!
  trap "kill -KILL $one $two 2> /dev/null" EXIT
  ready "$port"
  ready "$((port + 1))"
  for path in / /sign-in /openapi.json; do
    curl -sf -o /dev/null -w "%{http_code} $path\n" -H "Accept: text/html" "http://127.0.0.1:$port$path"
  done
  (start "$port" accounts)
  kill -TERM "$one" "$two"
  wait "$one"
  wait "$two"
  trap - EXIT
  echo "Both stopped with 0."
'
