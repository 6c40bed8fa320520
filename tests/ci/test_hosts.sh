#!/bin/bash
# test_hosts.sh MKCV: the examples for several machines, on this one: ci/batch-parallel.sh by GNU parallel, ci/batch.slurm
# as an array of a Slurm of one node, started for it. Both make what one run makes.
set -u
mkcv=$(realpath "$1")
ci=$(realpath ../ci)
here=$PWD
work=$(mktemp -d)
daemons=()
stop() {
    [ ${#daemons[@]} -eq 0 ] || kill "${daemons[@]}" 2>/dev/null
    wait
    rm -rf "$work"
}
trap stop EXIT
cd "$work" || exit 1
fail() { echo "FAILED: $*"; exit 1; }

mkdir bin && ln -s "$mkcv" bin/mkcv
export PATH=$work/bin:$PATH HOME=$work
for site in scholar hugo-blox forms chronicle honors; do echo "$here/golden/$site"; done >list
mkcv batch -q list -o whole
same() { # FOLDER
    cmp whole/report.jsonl "$1/report.jsonl" || fail "$1: another report"
    for cv in whole/*.pdf; do cmp "$cv" "$1/${cv#whole/}" || fail "$1: another CV"; done
}

"$ci/batch-parallel.sh" list by-parallel 3 : >out 2>&1 || fail "parallel: $(cat out)"
[ -e by-parallel/report-3-of-3.jsonl ] || fail 'parallel: not in shards'
same by-parallel

# Slurm: two daemons without munge, all they keep in this folder
user=$(id -un) host=$(hostname -s) port=$((20000 + $$ % 20000))
mkdir state spool
cat >slurm.conf <<END
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/none
CredType=cred/none
SlurmctldPort=$port
SlurmdPort=$((port + 1))
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=1 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
END
export SLURM_CONF=$work/slurm.conf
PATH=$PATH:/usr/sbin
slurmctld -D >slurmctld.log 2>&1 &
daemons+=($!)
slurmd -D >slurmd.log 2>&1 &
daemons+=($!)
for ((i = 0; i < 100; i++)); do
    sinfo -h -o %t 2>/dev/null | grep -q idle && break
    sleep 0.3
done
LIST=$work/list FOLDER=$work/by-slurm timeout 300 sbatch --wait --array=1-2 "$ci/batch.slurm" >out 2>&1
code=$?
cat slurm-*.out >>out 2>/dev/null
[ $code = 0 ] || fail "slurm: exit $code: $(cat out; tail -n 20 slurmctld.log slurmd.log)"
mkcv batch --merge -o by-slurm by-slurm >out 2>&1 || fail "slurm: $(cat out)"
[ -e by-slurm/report-2-of-2.jsonl ] || fail 'slurm: not in shards'
same by-slurm
exit 0
