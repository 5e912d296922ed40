import { inflateSync } from 'node:zlib';

/**
 * Files as NumPy 2.4 wrote them (numpy.lib.format.write_array), deflated. The values of the first
 * six are [[1, 2, 3], [-4, 5, 0.5]].
 */
export const NUMPY_FILES = {
  float32: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2airqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GhgZ7BgYGByAC4oYDDAwLgDSDPQAU6B9K',
  ),
  float64: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2ahrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GMPhgD6EZHCAUB5QWOAChRaD8B/YA0Q4fag==',
  ),
  bigFloat64: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBul2ahrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy77Dwxg4MAApTkg9AEBKF8EQts/gNAA6iIfbA==',
  ),
  fortran: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2airqOgnpZfVFKUmBefX5SSChIPKSpNBQoXZyQWpAK5GkY6CsaaOgq1CuQDLgaGBnsgPsDAwODAwLAAiB2AmMEeAA6vHx8=',
  ),
  version2: unzip(
    'eNqb7BfqGxDJxFDCwMBQrZ6SWpxcpG6loG6TZqKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CsaaOgq1CmQCLgaGBnug1Q5ABMQNBxgYFgBpBnsA3K8fCQ==',
  ),
  version3: unzip(
    'eNqb7BfqGxDJzFDCwMBQrZ6SWpxcpG6loG6TZqKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CsaaOgq1CmQCLgaGBnug1Q5ABMQNBxgYFgBpBnsA3UEfCg==',
  ),
  bigInt16: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBul2mkrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgpGmjoKtQpkAy4Gxv//GHUYWAA+dR2d',
  ),
  int64: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2mhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgpGmjoKtQpkAy5GBgj49x8CwBygIAtUHABrHiNv',
  ),
  bigUint64: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuV2qhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgpGmjoKtQpkAy4GCGCE0kwIJhiwAADPWxuI',
  ),
  uint8Images: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBeU2qorqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgpQpKmjUKtABuBiEFQydglNK++YuWr3mbvv/gMAbdgj6w==',
  ),
  fortranImages: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBeU2qorqOgnpZfVFKUmBefX5SSChIPKSpNBQoXZyQWpAK5GkY6ClCkqaNQq0AO4GLocDmjtCrtneDM0LvGu8v/AwBuxiPA',
  ),
  bool: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBek2SorqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgpGmjoKtQpkAy5GBgZGANyjG6Y=',
  ),
  labels: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2mhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOpo6CrUKFAAuRgZUAAALpRth',
  ),
  objects: unzip(
    'eNqli7EKwjAURZuqCOLs3C0VSgcncXEQHAxWERwcpMQ2oqBteUmFooKLqJCtz+/V2n6CZ3hwz7s395bT+YoYJ+NMQyEDoAOLXmbUseg2BgU88mMIxU+P+UGKwssdT0SR7Z7Tdayr9Q+tW/39Nip0J0qPSeb6QQzCPaYHtecAPEPd9kEEcSQVpIHCHHWjbKJuRmFVyZEZdxyRDT5wgTYjzLzjrqYbocoS8ZuYsz6+ntW3pskFPc+bfArKw4YKN6812lfUhCMjkpmiUO4XnA9cEA==',
  ),
  structured: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupRCtoZ6orqOgbpNpoq6po6ChngTmpVmoa8YCGWn5RSVFiXnx+UUpqSDlbok5xalA8eKMxIJUIF/DUAeoq1aBGMDFyAAHDgCxRh2B',
  ),
  text: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuE2qkrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOpo6CrUKFACuRAYGhiQgTmaAAAAM9xxs',
  ),
  float16: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2akrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GGwYHBieGIwyuDBYAqiMdaQ==',
  ),
  complex: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2yhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GhgZ7BghwgFJQuuEAhF4A5TOA1QEA3aAfSw==',
  ),
  scalar: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2ahrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RqaOgq1ChQBLgYw4HAAACemG4c=',
  ),
  nan: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2ahrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgpGmjoKtQpkAy4GMPhgD6F/1EP59XNKGTpsnpjXAQAbcSLy',
  ),
  empty: unzip(
    'eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2ahrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RoGOgrGmjoKtQpkAy4AV48bbg==',
  ),
};

function unzip(text: string): Uint8Array {
  return new Uint8Array(inflateSync(Buffer.from(text, 'base64')));
}
