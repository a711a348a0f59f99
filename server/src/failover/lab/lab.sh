#!/usr/bin/env bash
# A pair of routers in network namespaces, with keepalived in the place of VRP.
#
#   sudo bash lab.sh up                     make the lab and wait until every role stands as predicted
#   sudo bash lab.sh watch                  print each change of a role beside its predicted span
#   sudo bash lab.sh event EVENT ...        let something fail or return, as in: vrp failover A B --event EVENT
#   sudo bash lab.sh down                   take everything away
#
# An event is KIND-down or KIND-up (a device also: device-stop), then :DEVICE[/INTERFACE], then @SECONDS from this call.
# What stands in lab.tsv and expected.tsv is data: no word of a configuration is ever run.
set -uf
export LC_ALL=C

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P) || exit 3
sum=$(printf %s "$here" | cksum)
id=vrp-${sum%% *}
state=/run/vrp-lab/$id
log=$state/log
tab=$'\t'
# Milliseconds by which a change may be late and still be as predicted.
tolerance=250

fail() {
  printf 'lab.sh: %s\n' "$2" >&2
  exit "$1"
}

# ---- what the lab is made of ----

sides=(a b)
name_a='' name_b='' settle=10
lans=() hosts=() ports=() groups=() members=()
port_side=() port_name=() port_key=() port_main=() port_members=() port_lan=() port_kinds=() port_state=() port_addresses=()

read_tables() {
  local what one two three four five six seven eight nine ten
  while IFS=$tab read -r what one two three four five six seven eight nine ten; do
    case $what in
      device) if [ "$one" = a ]; then name_a=$two; else name_b=$two; fi ;;
      settle) [[ $one =~ ^[0-9]{1,4}$ ]] && settle=$one ;;
      lan) lans+=("$one") ;;
      host) hosts+=("$one$tab$two$tab$three") ;;
      group) groups+=("$one$tab$two$tab$three") ;;
      member) members+=("$one$tab$two$tab$three") ;;
      port)
        ports+=("$one")
        port_side+=("$two") port_name+=("$three") port_key+=("$four") port_main+=("$five")
        port_members+=("$six") port_lan+=("$seven") port_kinds+=("$eight") port_state+=("$nine") port_addresses+=("$ten")
        ;;
    esac
  done <"$here/lab.tsv" || fail 3 'lab.tsv cannot be read'
}

device_name() {
  if [ "$1" = a ]; then printf %s "$name_a"; else printf %s "$name_b"; fi
}

# The same words without capitals.
same() { [ "${1,,}" = "${2,,}" ]; }

# Whether the word is among those that follow it.
among() {
  local word=$1 other
  shift
  for other in "$@"; do [ "$word" = "$other" ] && return 0; done
  return 1
}

# One key for every spelling of an interface: gi0/1/2 and GigabitEthernet 0/1/2.
interface_key() {
  local plain=${1//[[:space:]]/}
  plain=${plain,,}
  local shape='^([0-9]*[a-z][a-z-]*)([0-9].*)$'
  [[ $plain =~ $shape ]] || { printf %s "$plain"; return; }
  local type=${BASH_REMATCH[1]} number=${BASH_REMATCH[2]}
  case $type in
    gigabite* | gig* | gi | ge | g) type=gigabitethernet ;;
    eth-t*) type=eth-trunk ;;
    ethernet | eth | e) type=ethernet ;;
    loop* | lo) type=loopback ;;
    vl*) type=vlanif ;;
    ser* | s) type=serial ;;
    virtual-ethernet | ve) type=virtual-ethernet ;;
    tun*) type=tunnel ;;
  esac
  printf %s%s "$type" "$number"
}

# ---- what has failed ----

# Lines such as: dead a, down a KEY, parted 1.
world=()

load_world() {
  local line
  world=()
  [ -e "$state/world" ] || return 0
  while IFS= read -r line; do world+=("$line"); done <"$state/world"
}

save_world() {
  : >"$state/world.new"
  local line
  for line in "${world[@]}"; do printf '%s\n' "$line" >>"$state/world.new"; done
  mv -- "$state/world.new" "$state/world"
}

breaks() { among "$1" "${world[@]}" || world+=("$1"); }

heals() {
  local line left=()
  for line in "${world[@]}"; do [ "$line" = "$1" ] || left+=("$line"); done
  world=("${left[@]}")
}

# An interface brings up those above it.
heals_link() {
  local side=$1 key=$2 line left=() own="down $1 $2"
  for line in "${world[@]}"; do
    if [ "$line" = "$own" ] || [[ $line == "$own".* ]]; then continue; fi
    left+=("$line")
  done
  world=("${left[@]}")
}

port_is_up() {
  local index=$1 side=${port_side[$1]} member isOneUp=no
  [ "${port_state[index]}" = up ] || return 1
  among "dead $side" "${world[@]}" && return 1
  among "down $side ${port_key[index]}" "${world[@]}" && return 1
  among "down $side ${port_main[index]}" "${world[@]}" && return 1
  [ "${port_members[index]}" = - ] && return 0
  local list
  read -ra list <<<"${port_members[index]}"
  for member in "${list[@]}"; do among "down $side $member" "${world[@]}" || isOneUp=yes; done
  [ "$isOneUp" = yes ]
}

# Makes links and LANs what the world says; waits until the routers see it.
apply_world() {
  local index port wanted now changed=() lan
  local batch=''
  for index in "${!ports[@]}"; do
    port=${ports[index]}
    wanted=down
    port_is_up "$index" && wanted=up
    now=up
    [ -e "$state/down.$port" ] && now=down
    [ "$wanted" = "$now" ] && continue
    batch+="link set dev $port $wanted"$'\n'
    changed+=("$index $wanted")
    if [ "$wanted" = down ]; then : >"$state/down.$port"; else rm -f -- "$state/down.$port"; fi
  done
  [ -n "$batch" ] && printf %s "$batch" | ip -n "$id-lan" -batch -
  for lan in "${lans[@]}"; do part_lan "$lan"; done
  for index in "${changed[@]}"; do await_carrier "${index% *}" "${index#* }"; done
}

part_lan() {
  local lan=$1 wanted=off now=off index
  among "parted $lan" "${world[@]}" && wanted=on
  [ -e "$state/parted.$lan" ] && now=on
  [ "$wanted" = "$now" ] && return
  for index in "${!ports[@]}"; do
    [ "${port_lan[index]}" = "$lan" ] && bridge -n "$id-lan" link set dev "${ports[index]}" isolated "$wanted"
  done
  if [ "$wanted" = on ]; then : >"$state/parted.$lan"; else rm -f -- "$state/parted.$lan"; fi
}

# The kernel tells of a carrier up to a second late.
await_carrier() {
  local index=$1 wanted=$2 tries
  for tries in {1..150}; do
    case $(ip -n "$id-${port_side[index]}" -br link show dev "${ports[index]}" 2>/dev/null) in
      *LOWER_UP*) [ "$wanted" = up ] && return ;;
      *) [ "$wanted" = down ] && return ;;
    esac
    sleep 0.01
  done
}

# ---- the routers ----

write_log() { printf '%s\n' "$*" >>"$log"; }

daemons_of() { ip netns pids "$id-$1" 2>/dev/null; }

start_daemon() {
  local side=$1
  ip netns exec "$id-$side" setsid keepalived --vrrp --dont-fork --dont-respawn --log-console --log-detail --no-syslog \
    --use-file "$state/$side.conf" --pid "$state/$side.pid" --vrrp_pid "$state/$side.vrrp.pid" \
    </dev/null >>"$state/$side.log" 2>&1 &
}

# The daemon's configuration, with the pipe by which it tells its roles; `first` has only the groups of which it is to be master.
write_config() {
  local side=$1 which=$2 line isLeftOut=no
  printf 'global_defs {\n  vrrp_notify_fifo %s\n}\n' "$state/$side.fifo"
  while IFS= read -r line; do
    [[ $line =~ ^vrrp_(instance\ g|sync_group\ s)([0-9]+)\ \{$ ]] && ! starts_first "$side" "$which" "${BASH_REMATCH[2]}" && isLeftOut=yes
    [ "$isLeftOut" = yes ] || printf '%s\n' "$line"
    [ "$line" = '}' ] && isLeftOut=no
  done <"$here/$side/keepalived.conf"
}

starts_first() {
  local side=$1 which=$2 number=$3 entry group rest
  [ "$which" = whole ] && return 0
  for entry in "${groups[@]}"; do
    IFS=$tab read -r group rest _ <<<"$entry"
    [ "$group" = "g$number" ] && [ "$rest" != "$side" ] && [ "$rest" != both ] && return 1
  done
  return 0
}

# What keepalived calls its states, in the words of the prediction.
read_roles() {
  local side=$1 what group word rest role
  trap '' HUP
  exec 3<>"$state/$side.fifo"
  while read -r what group word rest <&3; do
    [ "$what" = INSTANCE ] || continue
    group=${group//\"/}
    [[ $group =~ ^g[0-9]+$ ]] || continue
    case $word in
      MASTER) role=master ;;
      BACKUP) role=backup ;;
      FAULT | STOP | DELETED) role=initialize ;;
      *) continue ;;
    esac
    write_log "$EPOCHREALTIME${tab}role$tab$side$tab$group$tab$role"
  done
}

# The process that speaks first: it would say goodbye when its parent is gone.
kill_daemon() {
  local pids
  [ -e "$state/$1.vrrp.pid" ] && kill -KILL "$(<"$state/$1.vrrp.pid")" 2>/dev/null
  pids=$(daemons_of "$1")
  # shellcheck disable=SC2086
  [ -z "$pids" ] || kill -KILL ${pids//$'\n'/ } 2>/dev/null
}

# It says goodbye, and its links go down with its last word.
stop_daemon() {
  local side=$1 tries lines
  lines=$(grep -c . "$log")
  [ -e "$state/$side.pid" ] && kill -TERM "$(<"$state/$side.pid")" 2>/dev/null
  for tries in {1..100}; do
    [ -z "$(daemons_of "$side")" ] && break
    tail -n +"$((lines + 1))" "$log" | grep -q "${tab}role$tab$side$tab.*initialize" && break
    sleep 0.02
  done
  sleep 0.02
  apply_world
  for tries in {1..300}; do
    [ -z "$(daemons_of "$side")" ] && return
    sleep 0.02
  done
  kill_daemon "$side"
}

# What a daemon that was killed has left behind.
clear_leftovers() {
  local side=$1 line name
  while read -r line name _; do
    name=${name%%@*}
    [[ $name =~ ^v[0-9]+:?$ ]] && ip -n "$id-$side" link del dev "${name%:}"
  done < <(ip -n "$id-$side" -o link show 2>/dev/null)
  rm -f -- "$state/$side.pid" "$state/$side.vrrp.pid"
}

# A device that dies tells nobody.
roles_initialize() {
  local at=$1 side=$2 entry group where
  for entry in "${members[@]}"; do
    IFS=$tab read -r group where _ <<<"$entry"
    [ "$where" = "$side" ] && write_log "$at${tab}role$tab$side$tab$group${tab}initialize"
  done
}

# The last role of each group that the log has, by the number of the group.
roles_a=() roles_b=()

load_roles() {
  local what where which role
  roles_a=() roles_b=()
  while IFS=$tab read -r _ what where which role; do
    [ "$what" = role ] || continue
    if [ "$where" = a ]; then roles_a[${which#g}]=$role; else roles_b[${which#g}]=$role; fi
  done <"$log"
}

# ---- events ----

kind='' change='' side='' key='' at=0 canonical=''

parse_event() {
  local text=$1 shape='^([a-zA-Z]+)-([a-zA-Z]+)(:([^@]*))?(@([0-9]+(\.[0-9]+)?))?$'
  [[ $text =~ $shape ]] ||
    fail 2 "$text: an event is written KIND-down or KIND-up, then :DEVICE[/INTERFACE]@SECONDS"
  kind=${BASH_REMATCH[1],,} change=${BASH_REMATCH[2],,}
  local where=${BASH_REMATCH[4]}
  at=${BASH_REMATCH[6]:-0} side='' key=''
  [ "$kind" = priority ] && fail 2 "$text: priorities of a lab stand in its files; maintenance is not played here"
  among "$kind" device access uplink rbs board lan || fail 2 "$text: the kinds are device, access, uplink, rbs, board, lan"
  among "$change" down up stop || fail 2 "$text: a $kind goes down or up"
  [ "$change" = stop ] && [ "$kind" != device ] && fail 2 "$text: only a device stops"
  canonical=$kind-$change
  if [ -z "$where" ]; then
    among "$kind" rbs lan || fail 2 "$text: name a device"
    return
  fi
  place_event "$text" "$where"
}

place_event() {
  local text=$1 where=$2 candidate name best=''
  for candidate in "${sides[@]}"; do
    name=$(device_name "$candidate")
    if same "$where" "$name" || [[ ${where,,} == "${name,,}"/* ]]; then
      if [ -z "$side" ] || [ "${#name}" -gt "${#best}" ]; then side=$candidate best=$name; fi
    fi
  done
  [ -n "$side" ] || fail 2 "$text: the devices of this pair are $name_a and $name_b"
  canonical+=":$best"
  local part=${where:${#best}}
  part=${part#/}
  [ -z "$part" ] && return
  [ "$kind" = device ] && fail 2 "$text: a device fails as a whole; name no part of it"
  if [ "$kind" = board ]; then key=board/$part; else key=$(interface_key "$part"); fi
  local index list
  for index in "${!ports[@]}"; do
    [ "${port_side[index]}" = "$side" ] || continue
    [ "${port_key[index]}" = "$key" ] && { canonical+="/${port_name[index]}"; return; }
  done
  for index in "${!ports[@]}"; do
    [ "${port_side[index]}" = "$side" ] || continue
    read -ra list <<<"${port_members[index]}"
    [ "${port_main[index]}" = "$key" ] || among "$key" "${list[@]}" || continue
    canonical+="/$part"
    return
  done
  fail 2 "$text: no role in this lab depends on that part of $best"
}

# The links that the event names: its own, or all of its kind.
named_links() {
  local index list
  if [ -n "$key" ]; then printf '%s\n' "$key"; return; fi
  for index in "${!ports[@]}"; do
    read -ra list <<<"${port_kinds[index]}"
    [ "${port_side[index]}" = "$side" ] && among "$kind" "${list[@]}" && printf '%s\n' "${port_main[index]}"
  done | sort -u
}

change_links() {
  local link
  while IFS= read -r link; do
    if [ "$change" = up ]; then heals_link "$side" "$link"; else breaks "down $side $link"; fi
  done < <(named_links)
}

change_lan() {
  local index lan
  for lan in "${lans[@]}"; do
    if [ -n "$key" ]; then
      local isNamed=no
      for index in "${!ports[@]}"; do
        [ "${port_lan[index]}" = "$lan" ] && [ "${port_side[index]}" = "$side" ] || continue
        [ "${port_key[index]}" = "$key" ] || [ "${port_main[index]}" = "$key" ] && isNamed=yes
      done
      [ "$isNamed" = yes ] || continue
    fi
    if [ "$change" = up ]; then heals "parted $lan"; else breaks "parted $lan"; fi
  done
}

device_leaves() {
  local before
  if [ "$change" = stop ]; then
    before=$EPOCHREALTIME
    stop_daemon "$side"
  else
    kill_daemon "$side"
    before=$EPOCHREALTIME
    roles_initialize "$before" "$side"
  fi
  apply_world
  effect=$before
}

device_returns() {
  clear_leftovers "$side"
  apply_world
  local lines tries
  lines=$(grep -c . "$log")
  start_daemon "$side"
  for tries in {1..250}; do
    tail -n +"$((lines + 1))" "$log" | grep -q "${tab}role$tab$side$tab" && break
    sleep 0.02
  done
  effect=$(tail -n +"$((lines + 1))" "$log" | grep -m 1 "${tab}role$tab$side$tab" | cut -f 1)
  [ -n "$effect" ] || fail 3 "keepalived does not start; see $state/$side.log"
}

effect=0

apply_event() {
  load_world
  local order=order
  [ "${#world[@]}" = 0 ] && order=rest
  case $kind in
    device) if [ "$change" = up ]; then heals "dead $side"; else breaks "dead $side"; fi ;;
    rbs) [ -n "$key" ] && change_links ;;
    lan) change_lan ;;
    *) change_links ;;
  esac
  [ "${#world[@]}" = 0 ] && order=rest
  save_world
  write_log "$EPOCHREALTIME${tab}event$tab$canonical$tab$order"
  effect=0
  case $kind-$change in
    device-up) [ -n "$(daemons_of "$side")" ] || device_returns ;;
    device-*) device_leaves ;;
    *) apply_world ;;
  esac
  [ "$effect" = 0 ] && effect=$EPOCHREALTIME
  write_log "$effect${tab}effect$tab$canonical$tab$order"
}

micros() {
  local value=${1/./}
  printf %s "$((10#$value))"
}

run_events() {
  [ $# -gt 0 ] || fail 2 'name an event, as in device-down:DEVICE@0'
  [ -d "$state" ] || fail 2 'there is no lab; begin with: lab.sh up'
  local text
  for text in "$@"; do (parse_event "$text") || exit $?; done
  local start=$EPOCHREALTIME left
  for text in "$@"; do
    parse_event "$text"
    left=$(($(milliseconds "$at") - ($(micros "$EPOCHREALTIME") - $(micros "$start")) / 1000))
    [ "$left" -gt 0 ] && sleep "$((left / 1000)).$(printf %03d $((left % 1000)))"
    apply_event
  done
}

# ---- up and down ----

require_tools() {
  [ "$(id -u)" = 0 ] || fail 2 'network namespaces need root: sudo bash lab.sh ...'
  [ "${BASH_VERSINFO[0]}" -ge 5 ] || fail 3 'bash 5 or later is needed'
  local tool
  for tool in ip bridge keepalived setsid cksum; do
    command -v "$tool" >/dev/null || fail 3 "$tool is missing; Debian and Ubuntu: apt-get install iproute2 keepalived"
  done
}

make_namespace() {
  ip netns add "$id-$1" || fail 3 'network namespaces cannot be made here'
  ip -n "$id-$1" link set dev lo up
  ip netns exec "$id-$1" sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0 \
    net.ipv6.conf.default.accept_ra=0
}

make_ports() {
  local index port place address list batch='' lan
  for lan in "${lans[@]}"; do
    batch+="link add br$lan type bridge stp_state 0 forward_delay 0 mcast_snooping 0"$'\n'"link set dev br$lan up"$'\n'
  done
  printf %s "$batch" | ip -n "$id-lan" -batch - || fail 3 'bridges cannot be made here'
  for index in "${!ports[@]}"; do
    port=${ports[index]} place=$id-${port_side[index]}
    ip link add "$port" netns "$place" type veth peer name "$port" netns "$id-lan" || fail 3 'veth links cannot be made here'
    batch="link set dev $port up"$'\n'
    read -ra list <<<"${port_addresses[index]}"
    for address in "${list[@]}"; do
      [ "$address" = - ] && continue
      batch+="address add $address dev $port"
      [[ $address == *:* ]] && batch+=' nodad'
      batch+=$'\n'
    done
    printf %s "$batch" | ip -n "$place" -force -batch -
    [ "${port_lan[index]}" = - ] || ip -n "$id-lan" link set dev "$port" master "br${port_lan[index]}"
    if [ "${port_state[index]}" = up ]; then ip -n "$id-lan" link set dev "$port" up; else : >"$state/down.$port"; fi
  done
}

make_hosts() {
  local entry lan address made=''
  for entry in "${hosts[@]}"; do
    IFS=$tab read -r lan address _ <<<"$entry"
    if [[ " $made " != *" $lan "* ]]; then
      ip link add "h$lan" netns "$id-host" type veth peer name "h$lan" netns "$id-lan"
      ip -n "$id-lan" link set dev "h$lan" master "br$lan" up
      ip -n "$id-host" link set dev "h$lan" up
      made+=" $lan"
    fi
    if [[ $address == *:* ]]; then ip -n "$id-host" address add "$address" dev "h$lan" nodad
    else ip -n "$id-host" address add "$address" dev "h$lan"; fi
  done
}

# Every group has the masters that the prediction begins with.
has_settled() {
  local entry group rest number master
  load_roles
  for entry in "${groups[@]}"; do
    IFS=$tab read -r group rest _ <<<"$entry"
    number=${group#g}
    master=none
    [ "${roles_a[number]:-}" = master ] && master=a
    [ "${roles_b[number]:-}" = master ] && { if [ "$master" = a ]; then master=both; else master=b; fi; }
    [ "$master" = "$rest" ] || return 1
  done
}

await_settled() {
  local tries
  for ((tries = 0; tries < settle * 10; tries++)); do
    has_settled && return 0
    sleep 0.1
  done
  return 1
}

up() {
  require_tools
  [ -e "$state" ] && fail 2 'the lab is up already; take it away with: lab.sh down'
  mkdir -p /run/vrp-lab && mkdir -m 700 "$state" || fail 3 "$state cannot be made"
  : >"$log"
  local side
  for side in lan a b host; do make_namespace "$side"; done
  make_ports
  make_hosts
  for side in "${sides[@]}"; do
    mkfifo "$state/$side.fifo"
    read_roles "$side" </dev/null >/dev/null 2>&1 &
    printf '%s\n' "$!" >>"$state/readers"
    write_config "$side" first >"$state/$side.conf"
    if grep -q '^vrrp_instance' "$state/$side.conf"; then start_daemon "$side"; fi
  done
  await_settled
  for side in "${sides[@]}"; do load_whole "$side"; done
  # A backup knows the interval of its master with the first advertisement only.
  sleep "$(longest_interval)"
  await_settled
  printf 'up: %s and %s in %s-a and %s-b, hosts in %s-host\n' "$name_a" "$name_b" "$id" "$id" "$id"
  has_settled && return 0
  fail 1 "the roles do not stand as predicted; README.md says what keepalived does otherwise, $state/a.log and $state/b.log what it did"
}

# Gives a device its other groups too. So no delay and no preemption that is off can keep the masters of the prediction from it.
load_whole() {
  local side=$1 tries
  cp -- "$state/$side.conf" "$state/$side.first"
  write_config "$side" whole >"$state/$side.conf"
  cmp -s -- "$state/$side.conf" "$state/$side.first" && return
  if [ -z "$(daemons_of "$side")" ]; then
    start_daemon "$side"
    return
  fi
  kill -HUP "$(<"$state/$side.pid")"
  for tries in {1..200}; do
    grep -q 'Reload complete\|Reload finished' "$state/$side.log" && return
    sleep 0.02
  done
}

# Seconds.
longest_interval() {
  local word seconds longest=1
  while read -r word seconds; do
    [ "$word" = advert_int ] && [ "$(milliseconds "$seconds")" -gt "$(milliseconds "$longest")" ] && longest=$seconds
  done < <(cat -- "$here/a/keepalived.conf" "$here/b/keepalived.conf")
  printf %s "$longest"
}

down() {
  local place pids
  if [ -e "$state/readers" ]; then
    while read -r pids; do [[ $pids =~ ^[0-9]+$ ]] && kill "$pids" 2>/dev/null; done <"$state/readers"
  fi
  for place in a b host lan; do
    kill_daemon "$place"
    ip netns del "$id-$place" 2>/dev/null
  done
  rm -rf -- "$state"
}

# ---- watch ----

milliseconds() {
  local whole=${1%%.*} part=000
  [[ $1 == *.* ]] && part=${1#*.}000
  printf %s "$((10#$whole * 1000 + 10#${part:0:3}))"
}

span_text() { if [ "$1" = "$2" ]; then printf '%s s' "$1"; else printf '%s-%s s' "$1" "$2"; fi; }

group_name() {
  local entry group rest name
  for entry in "${groups[@]}"; do
    IFS=$tab read -r group rest name <<<"$entry"
    [ "$group" = "$1" ] && { printf %s "$name"; return; }
  done
  printf %s "$1"
}

# Prints what is predicted for an event.
print_prediction() {
  local event group side role from to condition
  while IFS=$tab read -r event group side role from to _ condition; do
    same "$event" "$1" || continue
    [ "$condition" = - ] || printf '             if %s:\n  ' "$condition"
    printf '             predicted: %s %s of %s, %s\n' "$(device_name "$side")" "$role" "$(group_name "$group")" "$(span_text "$from" "$to")"
  done <"$here/expected.tsv"
}

# What the prediction says to a change this many milliseconds after the event. Where it has several courses, one is enough.
verdict() {
  local wanted=$1 which=$2 where=$3 became=$4 after=$5 event group side role from to surplus found='not predicted'
  while IFS=$tab read -r event group side role from to surplus _; do
    same "$event" "$wanted" && [ "$group" = "$which" ] && [ "$side" = "$where" ] && [ "$role" = "$became" ] || continue
    local least most more
    least=$(milliseconds "$from") most=$(milliseconds "$to") more=$(milliseconds "$surplus")
    if [ "$after" -lt "$((least - tolerance))" ]; then found='too early'
    elif [ "$after" -gt "$((most + more + tolerance))" ]; then found='too late'
    elif [ "$after" -gt "$((most + tolerance))" ]; then found='late by what keepalived adds to a delay (K1)'
    else found='as predicted'; fi
    found="predicted $(span_text "$from" "$to"): $found"
    [ "$after" -ge "$((least - tolerance))" ] && [ "$after" -le "$((most + more + tolerance))" ] && break
  done <"$here/expected.tsv"
  printf %s "$found"
}

watch() {
  [ -d "$state" ] || fail 2 'there is no lab; begin with: lab.sh up'
  local when what one two three event='' order=rest start=0 line
  local sequence=() early=()
  tail -n +1 -F "$log" 2>/dev/null | while IFS=$tab read -r when what one two three; do
    case $what in
      event)
        [ "$two" = rest ] && [ "${#sequence[@]}" -gt 1 ] && sequence=()
        event=$one order=$two start='' early=()
        sequence+=("$when$tab$one")
        printf '\n%s\n' "$event"
        if [ "$order" = rest ]; then print_prediction "$event"; else print_order; fi
        ;;
      effect)
        start=$(micros "$when")
        for line in "${early[@]}"; do
          IFS=$tab read -r when one two three <<<"$line"
          print_change
        done
        early=()
        ;;
      role)
        [ -n "$event" ] || continue
        if [ -z "$start" ]; then early+=("$when$tab$one$tab$two$tab$three"); else print_change; fi
        ;;
    esac
  done
}

# One role that has changed, beside what is predicted of it; takes the variables of `watch`.
print_change() {
  local after=$((($(micros "$when") - start) / 1000))
  [ "$after" -lt 0 ] && after=0
  printf '%8d.%02d s  %s: %s of %s' "$((after / 1000))" "$((after % 1000 / 10))" "$(device_name "$one")" "$three" "$(group_name "$two")"
  if [ "$order" = rest ]; then printf ', %s' "$(verdict "$event" "$two" "$one" "$three" "$after")"; fi
  printf '\n'
}

# Several failures at once: the question to put to the prediction.
print_order() {
  local entry first='' from
  printf '             several failures; their prediction: vrp failover A B'
  for entry in "${sequence[@]}"; do
    from=$(micros "${entry%%"$tab"*}")
    [ -z "$first" ] && first=$from
    from=$(((from - first) / 10000))
    printf ' --event %q' "${entry#*"$tab"}@$((from / 100)).$(printf %02d $((from % 100)))"
  done
  printf '\n'
}

read_tables
case ${1:-} in
  up) up ;;
  down) down ;;
  watch) watch ;;
  event)
    shift
    run_events "$@"
    ;;
  *) fail 2 'up, down, watch, or event EVENT ...' ;;
esac
