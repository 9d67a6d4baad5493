import { useCallback } from 'react';
import { askDesks, askRecords, type DemoDesk, type DemoPerson } from './api';
import { tryIt, useChat } from './chat';
import { examplesFor } from './examples';
import { Records } from './records';
import { useLoaded } from './use-loaded';

/** Desk and person are in the address: another choice is another page, as on a real portal. */
const addressOf = (desk: string, person?: string): string =>
  `/?${new URLSearchParams({ desk, ...(person ? { person } : {}) }).toString()}`;

export function Portal() {
  const desks = useLoaded(askDesks);
  return (
    <>
      <aside className="strip">
        <span>Portail d'exemple, données fictives</span>
        <a href="/advisor">Voir la file des conseillers</a>
      </aside>
      {desks.state === 'loading' ? <p className="notice">Ouverture du portail…</p> : null}
      {desks.state === 'failed' ? (
        <div className="notice" role="alert">
          <h1>Le portail n'a pas pu s'ouvrir</h1>
          <p>
            Le serveur n'a pas répondu comme prévu. Vérifiez qu'il tourne en mode démonstration, puis
            réessayez.
          </p>
          <button className="strong" type="button" onClick={desks.retry}>
            Réessayer
          </button>
        </div>
      ) : null}
      {desks.state === 'ready' ? <Desks desks={desks.value} /> : null}
    </>
  );
}

function Desks({ desks }: { readonly desks: readonly DemoDesk[] }) {
  const query = new URLSearchParams(window.location.search);
  const desk = desks.find(({ id }) => id === query.get('desk')) ?? desks[0];
  const person = desk?.people.find(({ id }) => id === query.get('person')) ?? desk?.people[0];
  return (
    <>
      <header className="top">
        <p className="brand">
          {desk?.organisation ?? 'Guichet'}
          <span className="soft">{desk?.name}</span>
        </p>
        <nav aria-label="Guichets">
          {desks.map(({ id, name }) => (
            <a key={id} href={addressOf(id)} aria-current={id === desk?.id ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      {desk && person ? (
        <Home desk={desk} person={person} />
      ) : (
        <p className="notice">
          Ce guichet n'a pas encore de personne de démonstration. Relancez le serveur sur une base neuve :
          elles sont créées au premier démarrage.
        </p>
      )}
    </>
  );
}

function Home({ desk, person }: { readonly desk: DemoDesk; readonly person: DemoPerson }) {
  useChat(desk.id, person.id);
  const records = useLoaded(useCallback(() => askRecords(person.id), [person.id]));
  return (
    <main className="home">
      <div className="welcome">
        <h1>Bonjour {person.firstName}</h1>
        <label>
          <span className="soft">Vous voyez le portail de</span>
          <select
            value={person.id}
            onChange={(event) => window.location.assign(addressOf(desk.id, event.target.value))}
          >
            {desk.people.map(({ id, displayName }) => (
              <option key={id} value={id}>
                {displayName}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="columns">
        <section className="card ask">
          <h2>Écrivez comme vous parlez</h2>
          <p className="soft">
            L'assistant répond tout de suite, d'après vos dossiers. S'il ne sait pas, il transmet à une
            personne.
          </p>
          <ul className="examples">
            {examplesFor(desk.id, records.state === 'ready' ? records.value : null).map((example) => (
              <li key={example}>
                <button type="button" onClick={() => tryIt(example)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
        </section>
        <div className="records">
          {records.state === 'loading' ? <p className="soft">Lecture de votre dossier…</p> : null}
          {records.state === 'failed' ? (
            <p className="empty">
              Votre dossier ne s'affiche pas pour le moment. Le guichet, lui, peut vous répondre.{' '}
              <button className="link" type="button" onClick={records.retry}>
                Réessayer
              </button>
            </p>
          ) : null}
          {records.state === 'ready' ? <Records records={records.value} /> : null}
        </div>
      </div>
    </main>
  );
}
