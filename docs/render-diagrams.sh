#!/usr/bin/env bash
# Draws bpmn/*.bpmn as docs/images/*.png. Needs Node.js with npm, Chromium and a CJK font (fonts-noto-cjk).
set -euo pipefail
cd "$(dirname "$0")/.."

tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT

# A browser without a sandbox, because that is how it starts in containers too; it opens nothing but our own files.
printf '#!/bin/sh\nexec chromium --no-sandbox "$@"\n' > "$tool/chromium"
chmod +x "$tool/chromium"

PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-audit --no-fund --prefix "$tool" bpmn-to-image@0.10.0
mkdir -p docs/images
for diagram in concern-escalation level-handling supervision pairing-lifecycle pairing-wave contact-duty contact-note event-duty semester-summary; do
    pictures+=("bpmn/$diagram.bpmn:docs/images/$diagram.png")
done
PUPPETEER_EXECUTABLE_PATH="$tool/chromium" \
    "$tool/node_modules/.bin/bpmn-to-image" --no-title --no-footer --scale=2 "${pictures[@]}"
