// What a host may not import resolves here, in its tsconfig's `paths`. This is not a module, so such an import does not compile.
