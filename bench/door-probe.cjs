// Loaded into the server by bench/door.mjs: tells the parent process how much memory is in use, and what no code handled.
const ROUNDS = 4;
const BETWEEN_MS = 500;

process.on('message', async () => {
  // V8 gives pages back some time after it has found them empty.
  for (let round = 0; round < ROUNDS; round += 1) {
    global.gc();
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const mb = (bytes) => Math.round(bytes / 1e5) / 10;
  process.send({ residentMb: mb(rss), heapMb: mb(heapUsed), externalMb: mb(external) });
});
process.on('unhandledRejection', (reason) => process.send({ unhandled: String(reason?.stack ?? reason) }));
process.channel.unref();
