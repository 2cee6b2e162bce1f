import { type Credential, credentialOf } from './credential';

const KEY = 'lukis.credential';

type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * The credential of this tab. A refused one is kept until another is entered, so that an unattended
 * screen comes back as soon as its server accepts the key again.
 */
export class CredentialStore {
  // Mutable state
  private kept: Credential | undefined;

  constructor(private readonly memory: Memory) {
    this.kept = parsed(memory.getItem(KEY));
  }

  get current(): Credential | undefined {
    return this.kept;
  }

  keep(credential: Credential): void {
    this.kept = credential;
    this.memory.setItem(KEY, JSON.stringify(credential));
  }
}

/** A damaged value counts as none. */
function parsed(text: string | null): Credential | undefined {
  try {
    const { kind, secret } = JSON.parse(text ?? '{}') ?? {};
    const known = kind === 'key' || kind === 'token';
    return known && typeof secret === 'string' ? credentialOf(kind, secret) : undefined;
  } catch {
    return undefined;
  }
}
