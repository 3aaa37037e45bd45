/** What a host may not import resolves here, in its tsconfig's `paths`. This is no module, so such an import does not compile. */
declare const notForThisHost: never
