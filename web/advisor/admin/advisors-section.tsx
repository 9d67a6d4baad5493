import { useSession } from '../context';

/** The advisors of the desks that one administers. */
export default function AdvisorsSection() {
  const { me } = useSession();
  return (
    <ul>
      {me.colleagues.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}
