/** Bytes as JSON can hold them. By `atob` and `btoa`: not every Node has `Uint8Array.fromBase64` yet. */

const AT_ONCE = 0x2000; // bytes that become characters by one call, which takes no more arguments

export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(start, start + AT_ONCE));
  }
  return btoa(binary);
}

/** The bytes that `text` stands for; `null` where it is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    // Not `Uint8Array.from`, which makes a list first: 30 MB took seconds.
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}
