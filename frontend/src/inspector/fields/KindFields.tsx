import { SegmentedControl, Select } from "@mantine/core";
import { setKind } from "../../document/edits/setKind";
import { setStepField } from "../../document/edits/setStepField";
import { useTouchlineDocument } from "../../document/hooks";
import {
  CHANNELS,
  type Channel,
  CONTENT_CHANNELS,
  isContentChannel,
  KINDS,
  type Kind,
  OUTCOMES,
  type Outcome,
  type Step,
} from "../../model/snapshot";
import { capitalised, KIND_WORDS, OUTCOME_WORDS } from "../../model/words";
import { CHANNEL_ICONS, KIND_ICONS } from "../../theme/icons";
import styles from "../Inspector.module.css";

const KIND_OPTIONS = KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }));

const asOption = (channel: Channel) => ({ value: channel, label: capitalised(channel) });
const CHANNEL_OPTIONS = [
  {
    group: "Speak, write or meet",
    items: CHANNELS.filter((channel) => !isContentChannel(channel)).map(asOption),
  },
  { group: "Send something worth having", items: CONTENT_CHANNELS.map(asOption) },
];

/** What a step is: its kind and, as the kind goes, its channel or outcome. */
export function KindFields({ step }: { step: Step }) {
  const document = useTouchlineDocument();
  const ChannelIcon = step.channel === undefined ? null : CHANNEL_ICONS[step.channel];
  return (
    <>
      <KindSelect kind={step.kind} onWrite={(kind) => setKind(document, step.id, kind)} />
      {step.kind === "contact" && (
        <Select
          label="Channel"
          placeholder="How it reaches the prospect"
          data={CHANNEL_OPTIONS}
          clearable
          clearButtonProps={{ "aria-label": "Clear the channel" }}
          allowDeselect={false}
          searchable
          selectFirstOptionOnChange
          // What is typed takes the place of the channel that is there.
          onClick={(event) => event.currentTarget.select()}
          onFocus={(event) => event.currentTarget.select()}
          nothingFoundMessage="No channel of that name"
          leftSection={ChannelIcon && <ChannelIcon size={16} stroke={1.75} aria-hidden />}
          {...(isContentChannel(step.channel)
            ? { description: "A touch: content that keeps the silence from growing" }
            : {})}
          value={step.channel ?? null}
          onChange={(channel) =>
            channel === null
              ? setStepField(document, step.id, "channel", undefined)
              : setKind(document, step.id, "contact", { channel: channel as Channel })
          }
        />
      )}
      {step.kind === "end" && (
        <div className={styles.group}>
          <span className={styles.label} id="outcome-label">
            Outcome
          </span>
          <SegmentedControl
            aria-labelledby="outcome-label"
            fullWidth
            size="xs"
            data={OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_WORDS[outcome] }))}
            value={step.outcome ?? ""}
            onChange={(outcome) =>
              setKind(document, step.id, "end", { outcome: outcome as Outcome })
            }
          />
        </div>
      )}
    </>
  );
}

interface KindSelectProps {
  /** The kind, or null when several steps differ in it. */
  kind: Kind | null;
  onWrite: (kind: Kind) => void;
}

export function KindSelect({ kind, onWrite }: KindSelectProps) {
  const Icon = kind === null ? null : KIND_ICONS[kind];
  return (
    <Select
      label="Kind"
      placeholder="Several kinds"
      data={KIND_OPTIONS}
      allowDeselect={false}
      leftSection={Icon && <Icon size={16} stroke={1.75} aria-hidden />}
      value={kind}
      onChange={(value) => value !== null && onWrite(value as Kind)}
    />
  );
}
