// A real OpenID provider for tests, as a process of its own: node provider-process.mjs REDIRECT_URI
// prints its issuer once it listens. Whoever signs in as "nadia.benali" has that address at guichet.example, verified; a name that
// begins with "unverified-" has one that nobody checked.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'guichet', client_secret: 'guichet-test-secret', redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id.replace(/^unverified-/, '')}@guichet.example`,
        email_verified: !id.startsWith('unverified-'),
      }),
    }),
  });
  server.on('request', provider.callback());
  process.stdout.write(`${issuer}\n`);
});
