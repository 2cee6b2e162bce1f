import type { Timer } from '../environment';
import type { ImageUrls } from '../images/image-urls';
import { ConversationDatabase } from './conversation-database';
import { ConversationStorage, type RestoredConversation } from './conversation-storage';
import type { Memory } from './memory';
import { claimTab, holdInBrowser, randomName } from './tab-claim';

/** A browser that does not answer must not keep the page from starting. */
const PATIENCE_MS = 2_000;

export interface OpenConversation {
  /** Missing where the browser does not allow storage. */
  readonly storage?: ConversationStorage;
  readonly restored?: RestoredConversation;
}

/** Opens the storage of this tab, and reads what is in it. */
export async function openConversation(
  memory: Memory,
  urls: ImageUrls,
  timer: Timer,
): Promise<OpenConversation> {
  const late = new Promise<OpenConversation>((resolve) => {
    timer.after(PATIENCE_MS, () => resolve({}));
  });
  return Promise.race([read(memory, urls, timer), late]);
}

async function read(memory: Memory, urls: ImageUrls, timer: Timer): Promise<OpenConversation> {
  try {
    const [claim, database] = await Promise.all([
      claimTab(memory, holdInBrowser, randomName),
      ConversationDatabase.open(),
    ]);
    const storage = new ConversationStorage({
      database,
      claim,
      urls,
      memory,
      timer,
      now: Date.now,
    });
    return { storage, restored: await storage.load() };
  } catch (error) {
    console.warn('conversations are not stored', error);
    return {};
  }
}
