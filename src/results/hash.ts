import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson } from './canonical.js';

/** SHA-256 of the bytes as 64 lower-case hex digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return hex(sha256(bytes));
}

/** Two lower-case hex digits a byte. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The short name of a described config: first 8 hex digits of the SHA-256 of its canonical JSON. */
export function configHash(described: Record<string, unknown>): string {
  return sha256Hex(new TextEncoder().encode(canonicalJson(described))).slice(0, 8);
}

/** SHA-256 of a text in base64, as the security policy of a page names what it allows. */
export function sha256Base64(text: string): string {
  return btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))));
}
