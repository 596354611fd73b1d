import type { Office } from '../engine/clinic-file';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { Parties } from '../formats/parties';
import type { ClaimForm, Role } from '../formats/party-specs';

/** Takes what each of these fields becomes. */
export type OnPartyChange = (told: Readonly<Partial<Record<keyof Parties, string>>>) => void;

/** What the groups are drawn from, and what their answers do. */
export type PartyAnswers = {
  readonly parties: Parties;
  readonly office: Office;
  /** Null: what every claim of the clinic asks. */
  readonly claim: PreparedClaim | null;
  readonly form: ClaimForm;
  /** What is wrong, by field, once a file was asked for. */
  readonly said: ReadonlyMap<string, string>;
  /** The fields against which something is, asked for or not. */
  readonly lacking: ReadonlySet<string>;
  /** Where a field is from that was filled in and stands so. */
  readonly proposed?: ReadonlyMap<string, string>;
  readonly idOf: (field: string) => string;
  readonly onChange: OnPartyChange;
  /** Takes an entry of the clinic’s lists; `another` begins a new one. */
  readonly onChoose: (role: Role | 'facility', id: string) => void;
};
