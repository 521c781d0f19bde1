export default async function globalTeardown() {
  await globalThis.batonTestServer?.stop();
}
