#!/bin/sh
# Prints new secrets for .env. Run it once: with other secrets, sessions and invites stop working.
set -eu
for name in SESSION_SECRET API_JWT_SECRET INVITE_KEY FOUNDER_CODE LIVEKIT_API_SECRET POSTGRES_PASSWORD REDIS_PASSWORD; do
  echo "$name=$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')"
done
echo "LIVEKIT_API_KEY=API$(openssl rand -hex 9)"
