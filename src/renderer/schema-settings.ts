import * as z from 'zod'

// The policy forbids building functions from text. zod tries it while a schema is made, so this is the first import of the window.
z.config({ jitless: true })
