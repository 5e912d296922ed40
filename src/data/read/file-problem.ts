import type { Problem } from '../../config/problem.js';
import { printable } from '../../config/text.js';

const REASONS: Record<string, string> = {
  ENOENT: 'found no such file',
  ENOTDIR: 'found no such file',
  EISDIR: 'found a folder',
  EACCES: 'found a file that may not be read',
  EPERM: 'found a file that may not be read',
  ERR_FS_FILE_TOO_LARGE: 'found more than 2 GiB',
};

/** Why a file cannot be read, as the user should hear it. */
export function readProblem(path: string, error: NodeJS.ErrnoException, expected: string): Problem {
  const found = REASONS[error.code ?? ''] ?? `found a file that cannot be read (${error.message})`;
  return { where: printable(path), message: `${found}, expected ${expected}` };
}
