import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    // the build for Node of this one makes threads of its own from text, which nothing here asks for
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      // the two packages with a binary of their own stay outside the bundle; everything else is bundled
      externalizeDeps: { include: ['sodium-native', 'sql.js'] },
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          engine: at('src/engine/index.ts'),
          'reading-thread': at('src/engine/import/reading-thread.ts'),
          demo: at('src/demo/index.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
      minify: false,
      sourcemap: false,
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: at('src/preload/index.ts'),
        // a sandboxed preload must be CommonJS, whole in one file
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      rollupOptions: {
        input: at('src/renderer/index.html'),
        // before any other: zod is told to build no function from text (schema-settings.ts), and the order of the layers of style is said
        output: {
          codeSplitting: {
            groups: [
              { name: 'first', test: /node_modules\/zod\/|\/schema-settings\.ts$|\/ui\/tokens\.css$/ },
            ],
          },
        },
      },
      // inlined assets would need `data:` in the policy for scripts and fonts
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // parsing the window's script is most of its start
      minify: true,
    },
  },
})
