/** Public, and shown in a trial: what asks for the passphrase again can be tried too. */
export const trialPassphrase = 'carnet-fictif-essai'
