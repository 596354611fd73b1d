import { formatDate, formatSpan, type IsoDate } from '../engine/dated';
import { formatMass, formatMoney, formatUnits } from '../engine/quantity';
import { inWords } from '../engine/typed';
import { ChartPicture } from './ChartPicture';
import { causeSays, denialCauses } from './denial-causes';
import type { Fill } from '../records/patient-fills';
import type { ReadKept } from '../records/clinic-records';
import { SumsTable } from './SumsTable';
import {
  authorizationsOf,
  contradictionsIn,
  isOfSome,
  nameOfFill,
  projectionOf,
  rowsOf,
  sumSays,
  sumsOf,
  type Authorization,
  type Grouping,
  type SummedName,
} from './therapy';
import { therapyChart } from './therapy-chart';

export type Reported = {
  readonly title: string;
  /** All patients together: there is no one therapy to draw or to foresee. */
  readonly isClinic: boolean;
  /** What the last twelve months cost and when the next refill is due, in sentences; the answer first. */
  readonly year: readonly string[];
  /** Those that stand. */
  readonly fills: readonly Fill[];
  /** With those that another claim replaces or voids, which came back all the same. */
  readonly kept: readonly Fill[];
  /** How many kept claims have no day that can be read. */
  readonly undated: number;
};

type ReportProps = { reported: Reported; by: Grouping; read: ReadKept; today: IsoDate; isPaper?: boolean };

const columns: readonly SummedName[] = [
  'given',
  'wasted',
  'units',
  'wastedUnits',
  'cost',
  'allowed',
  'paid',
  'patientOwes',
];
const captions = { fill: 'Each fill', month: 'Each month', year: 'Each year' } as const satisfies Record<
  Grouping,
  string
>;

/** Table and chart, what was wasted, what was authorized, and what is to come; the same on paper. */
export function TherapyReport({ reported, by, read, today, isPaper = false }: ReportProps) {
  const { title, isClinic, year, fills, kept, undated } = reported;
  const authorizations = isClinic ? [] : authorizationsOf(fills);
  const chart = isClinic ? null : therapyChart(fills, authorizations);
  return (
    <>
      <h3>{title}</h3>
      <Problems says={isClinic ? [] : contradictionsIn(fills)} undated={undated} />
      {fills.length > 0 ? (
        <>
          <Year says={year} />
          <div className="therapy-columns">
            {chart ? <ChartPicture chart={chart} /> : null}
            <div>
              <SumsTable
                caption={captions[by]}
                first={{ fill: isClinic ? 'Day and patient' : 'Day', month: 'Month', year: 'Year' }[by]}
                rows={rowsOf(fills, by, isClinic)}
                columns={columns}
                counted={by === 'fill' ? null : 'Fills'}
                total={sumsOf(fills)}
              />
              <HowCounted isPartly={columns.some((name) => isOfSome(sumsOf(fills), name))} />
            </div>
          </div>
          <Waste fills={fills} isClinic={isClinic} most={isPaper ? 3 : fills.length} />
          {isClinic ? <Denials fills={kept} read={read} /> : null}
          {isClinic ? null : <Authorizations authorizations={authorizations} />}
          {isClinic ? null : <NextRefill fills={fills} today={today} />}
        </>
      ) : null}
    </>
  );
}

function Year({ says: [cost, ...more] }: { says: readonly string[] }) {
  return (
    <p className="therapy-year">
      <strong>{cost}</strong> {more.join(' ')}
    </p>
  );
}

function Problems({ says, undated }: { says: readonly string[]; undated: number }) {
  const have = undated === 1 ? 'kept claim has' : 'kept claims have';
  const none = `${undated} ${have} no day of service that can be read, and no row here.`;
  return [...says, ...(undated > 0 ? [none] : [])].map((each) => (
    <p key={each} className="warning">
      {each}
    </p>
  ));
}

const HowCounted = ({ isPartly }: { isPartly: boolean }) => (
  <p className="section-note">
    Drug cost: all units at Medicare’s payment limit of the day, or at the plan’s fee where a profile has one. Allowed,
    paid and what the patient owes: as typed from the remittance.
    {isPartly ? ' “1 of 3”: the others are not known and not in the sum.' : ''}
  </p>
);

type WasteProps = { fills: readonly Fill[]; isClinic: boolean; most: number };
function Waste({ fills, isClinic, most }: WasteProps) {
  const sums = sumsOf(fills);
  const wasting = fills.filter(({ wastedUnits }) => wastedUnits !== null && wastedUnits.units > 0);
  const saving = wasting.filter(({ wouldHaveSaved }) => wouldHaveSaved !== null);
  return (
    <section>
      <h4>Waste</h4>
      <p>
        Units wasted: {sumSays(sums, 'wastedUnits')}. They cost {sumSays(sums, 'wasteCost')}.
        {wasting.length > 0 && saving.length === 0
          ? ' No smaller set of containers on file would have wasted less.'
          : ''}
      </p>
      {saving.length > 0 ? (
        <ul>
          {saving.slice(-most).map((fill) => (
            <li key={fill.record.recordId}>
              {nameOfFill(fill, isClinic)}: {fill.wouldHaveSaved}
            </li>
          ))}
        </ul>
      ) : null}
      {saving.length > most ? (
        <p>
          The last {most} of {saving.length} such fills.
        </p>
      ) : null}
    </section>
  );
}

function Denials({ fills, read }: { fills: readonly Fill[]; read: ReadKept }) {
  const causes = denialCauses(fills, read);
  const cameBack = fills.filter(({ record }) => record.remittanceCode.trim() !== '').length;
  return (
    <section>
      <h4>Denials</h4>
      {causes.length > 0 ? (
        <SumsTable
          caption="Claims that came back, by cause"
          first="Cause"
          rows={causes.map(({ cause, sums }) => ({ key: cause, name: cause, sums }))}
          columns={['units', 'cost', 'paid']}
          counted="Claims"
          total={null}
        />
      ) : (
        <p>No claim has a code that denies it.</p>
      )}
      {causes.length > 0 ? (
        <dl className="denial-causes">
          {causes.map((each) => (
            <div key={each.cause}>
              <dt>{each.cause}</dt>
              {causeSays(each).map((says) => (
                <dd key={says}>{says}</dd>
              ))}
            </div>
          ))}
        </dl>
      ) : null}
      <p className="section-note">
        {cameBack} of {fills.length} claims have a code of the remittance.
      </p>
    </section>
  );
}

function Authorizations({ authorizations }: { authorizations: readonly Authorization[] }) {
  if (authorizations.length === 0) return null;
  return (
    <section>
      <h4>Authorizations</h4>
      <ul>
        {authorizations.map((each) => (
          <li key={each.number}>
            {each.number}, {daysOf(each)}: {usedOf(each)}
            {each.says.map((says) => (
              <strong key={says}> {says}</strong>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function daysOf({ from, through }: Authorization): string {
  if (from && through) return formatSpan({ from, through });
  if (from) return `from ${formatDate(from)}, last day not told`;
  return through ? `until ${formatDate(through)}, first day not told` : 'days not told';
}

/** "4 units used of 10 approved, 1 claim."; of several codes each by its own. */
function usedOf({ byCode, fills }: Authorization): string {
  const used = byCode.map(({ code, approved, used: { sum, known } }) => {
    const of = byCode.length > 1 ? ` of ${code}` : '';
    const so = known === 0 ? `units${of} used are not known` : `${formatUnits(sum)}${of} used`;
    return approved ? `${so} of ${approved.units} approved` : so;
  });
  return `${inWords(used)}, ${fills} ${fills === 1 ? 'claim' : 'claims'}.`;
}

function NextRefill({ fills, today }: { fills: readonly Fill[]; today: IsoDate }) {
  const projection = projectionOf(fills, today);
  if (!projection) {
    return (
      <section>
        <h4>Next refill</h4>
        <p>Not known: the last fill has no daily dose, and there are no two fills to tell the pace.</p>
      </section>
    );
  }
  const { next, because, isByPace, year, assumptions } = projection;
  return (
    <section>
      <h4>
        Next refill: {isByPace ? 'about ' : ''}
        {formatDate(next)}
        {isByPace ? ', an estimate' : ''}
      </h4>
      <p>{because}</p>
      <p>
        A year of such refills: about {year.refills} {year.refills === 1 ? 'refill' : 'refills'},{' '}
        {year.given ? formatMass(year.given) : 'dose not known'},{' '}
        {year.units ? formatUnits(year.units) : 'units not known'}, drug cost{' '}
        {year.cost ? formatMoney(year.cost) : 'not known'}.
      </p>
      <ul>
        {assumptions.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}
