import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/**
 * The cores that this process may really use: the affinity mask, cut by the CPU quota of its
 * container (cgroup v2 and v1). At least 1.
 */
export function availableThreads(): number {
  const quotas = quotaFiles().map(({ quota, period }) => coresOfQuota(read(quota), read(period)));
  return Math.max(1, Math.min(availableParallelism(), ...quotas));
}

/**
 * Whole cores of a CPU quota; Infinity where there is none.
 *
 * @param quota `cpu.max` of cgroup v2 (`"150000 100000"`, `"max 100000"`) or `cpu.cfs_quota_us` of
 *   v1 (−1: none).
 * @param period `cpu.cfs_period_us` of v1.
 */
export function coresOfQuota(quota: string | undefined, period?: string): number {
  const [used, per] = `${quota ?? ''} ${period ?? ''}`.trim().split(/\s+/).map(Number);
  return used > 0 && per > 0 ? Math.max(1, Math.floor(used / per)) : Number.POSITIVE_INFINITY;
}

/** The quota of this process's group and of every group above it: the tightest one rules. */
function quotaFiles(): { quota: string; period: string }[] {
  const groups = (read('/proc/self/cgroup') ?? '').split('\n');
  return groups.flatMap((line) => {
    const [, controllers, path] = line.split(':');
    if (path === undefined) return [];
    if (controllers === '') return ancestors(path).map((at) => v2(at));
    return controllers.split(',').includes('cpu') ? ancestors(path).map((at) => v1(at)) : [];
  });
}

const v2 = (path: string) => ({ quota: `/sys/fs/cgroup${path}/cpu.max`, period: '' });

const v1 = (path: string) => ({
  quota: `/sys/fs/cgroup/cpu${path}/cpu.cfs_quota_us`,
  period: `/sys/fs/cgroup/cpu${path}/cpu.cfs_period_us`,
});

/** `''`, `/a`, `/a/b` for `/a/b`. */
function ancestors(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return [[], ...parts].map((_, depth) =>
    parts
      .slice(0, depth)
      .map((part) => `/${part}`)
      .join(''),
  );
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
