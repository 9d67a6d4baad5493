// Learns the phrases once, when the product is built, and leaves the models where the server and the command line look for them: a start
// then reads a file, and the memory that learning takes never belongs to the server.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { createKnowledge } = createRequire(import.meta.url)(join(root, 'dist/knowledge/create.js'));
createKnowledge({ dir: join(root, 'knowledge'), cacheDir: join(root, 'var/cache') });
