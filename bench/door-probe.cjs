// Loaded into the server by bench/door.mjs: tells the parent process how much memory is in use, and what no code handled.
process.on('message', () => {
  global.gc();
  global.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  const mb = (bytes) => Math.round(bytes / 1e5) / 10;
  process.send({ residentMb: mb(rss), heapMb: mb(heapUsed), externalMb: mb(external) });
});
process.on('unhandledRejection', (reason) => process.send({ unhandled: String(reason?.stack ?? reason) }));
process.channel.unref();
