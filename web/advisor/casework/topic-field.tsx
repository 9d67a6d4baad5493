import { Field, Select } from '@fluentui/react-components';
import type { TopicChoices } from '../../../bot/advisor-api/contract-tickets';
import { useSession } from '../context';

/** Chooses a topic: the likely ones first, then all of them. */
export function TopicField(props: {
  readonly choices: TopicChoices | undefined;
  readonly value: string;
  readonly onChange: (topicId: string) => void;
}) {
  const { choices, value, onChange } = props;
  const { topic } = useSession().strings.casework;
  const suggested = (choices?.suggested ?? []).flatMap(
    (id) => choices?.topics.find((one) => one.id === id) ?? [],
  );
  const others = (choices?.topics ?? []).filter(({ id }) => !choices?.suggested.includes(id));
  const options = (topics: TopicChoices['topics']) =>
    topics.map(({ id, title }) => (
      <option key={id} value={id}>
        {title}
      </option>
    ));
  return (
    <Field label={topic.field} required>
      <Select value={value} disabled={!choices} onChange={(_event, data) => onChange(data.value)}>
        {suggested.length > 0 && <optgroup label={topic.suggested}>{options(suggested)}</optgroup>}
        <optgroup label={topic.all}>{options(others)}</optgroup>
      </Select>
    </Field>
  );
}
