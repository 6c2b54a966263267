/** The browser's own store of one document: the updates that it is made of, in IndexedDB. */

const UPDATES = "updates";

/** Opens the store, making it when it is not there. Rejects when the browser does not allow that. */
export function openStore(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Where site data is switched off, even the name of the factory may throw.
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export function readUpdates(db: IDBDatabase): Promise<readonly Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const all = db.transaction(UPDATES).objectStore(UPDATES).getAll();
    all.onsuccess = () => resolve(all.result);
    all.onerror = () => reject(all.error);
  });
}

/**
 * Adds updates. They are on their way when this returns: the transaction is committed without
 * waiting for an answer, so that a window that is closed in the next moment takes nothing with it.
 */
export function addUpdates(db: IDBDatabase, updates: readonly Uint8Array[]): Promise<void> {
  const transaction = db.transaction(UPDATES, "readwrite");
  const store = transaction.objectStore(UPDATES);
  for (const update of updates) store.add(update);
  transaction.commit();
  return finished(transaction);
}

/**
 * Puts one update in the place of all that are there, which other windows may have added to: `merge`
 * takes in what is there and gives what stands for everything.
 */
export function replaceUpdates(
  db: IDBDatabase,
  merge: (updates: readonly Uint8Array[]) => Uint8Array,
): Promise<void> {
  const transaction = db.transaction(UPDATES, "readwrite");
  const store = transaction.objectStore(UPDATES);
  const all = store.getAll();
  const keys = store.getAllKeys();
  return new Promise((resolve, reject) => {
    keys.onsuccess = () => {
      try {
        store.add(merge(all.result));
        const last = keys.result.at(-1);
        if (last !== undefined) store.delete(IDBKeyRange.upperBound(last));
        transaction.commit();
      } catch (error) {
        reject(error);
        transaction.abort();
      }
    };
    finished(transaction).then(resolve, reject);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
