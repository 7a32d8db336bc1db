#!/bin/sh
# The list in git, for any system that builds: plan on a merge request, apply on the main branch.
#   subprocessors.sh plan [file]    writes plan.md; ends with 0 whether there are changes or not, with 1 where the list is wrong
#   subprocessors.sh apply [file]   puts what is merged into a draft, whose reference is the commit
# SPR_REGISTRY and SPR_API_KEY (of scope write, never written on a command line) come from the environment; SPR may name
# another way to run the command line. Branches and titles are never looked at.
set -eu

what=${1:-}
file=${2:-subprocessors.yaml}
spr=${SPR:-"node $(dirname "$0")/../src/cli/spr.ts"}

if [ -z "${SPR_API_KEY:-}" ]; then
  echo "There is no API key here, as in merge requests from forks: nothing is planned or applied." >&2
  exit 0
fi

case $what in
plan)
  status=0
  $spr plan --file "$file" --format markdown >plan.md || status=$?
  cat plan.md
  # 2: something would change, which is what a merge request is for.
  [ "$status" -eq 2 ] && status=0
  exit "$status"
  ;;
apply)
  commit=${CI_COMMIT_SHA:-$(git rev-parse HEAD)}
  $spr apply --file "$file" --reference "$commit"
  ;;
*)
  echo "usage: $0 plan|apply [file]" >&2
  exit 64
  ;;
esac
