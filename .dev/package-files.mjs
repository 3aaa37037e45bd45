/** What a package for Linux holds: each pattern is met at least once, and nothing else is there. */
export const expectedFiles = [
  /^package\.json$/,
  /^resources\/update-key\.pub$/,
  /^out\/main\/(?:index|engine|reading-thread)\.js$/,
  /^out\/main\/chunks\/[\w.-]+\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.*-]+\.(?:js|css|woff2)$/,
  // the guide's pictures
  /^out\/renderer\/assets\/[\w.*-]+\.png$/,
  // the engine's two packages with a binary of their own, and what loads libsodium's
  /^node_modules\/sql\.js\/(?:package\.json|LICENSE|dist\/sql-wasm\.(?:js|wasm))$/,
  /^node_modules\/sodium-native\/(?:package\.json|LICENSE|index\.js|binding\.js)$/,
  /^node_modules\/sodium-native\/prebuilds\/linux-x64\/sodium-native\.node$/,
  /^node_modules\/(?:which-runtime|require-addon|bare-addon-resolve|bare-module-resolve|bare-semver)\/(?:package\.json|LICENSE|(?:lib\/)?[\w-]+\.js(?:on)?)$/,
]
// of which the guide’s pictures are near four
export const MOST_BYTES = 14 * 2 ** 20
