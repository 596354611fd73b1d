import { use } from 'react';
import { choicesOf } from '../answers/answer';
import { sentAsLabels } from '../answers/choice-labels';
import { relativeDay } from '../answers/read-answers';
import { courseAnswers } from '../answers/worksheet-answers';
import { SelectField } from '../controls/SelectField';
import { TextField } from '../controls/TextField';
import { formatDate, formatDay, type IsoDate } from '../engine/dated';
import { TodayContext } from '../fields/form';
import type { KeptClaim } from './clinic-records';
import { readCourse, withCourse, type Course } from './course';

type CourseFormProps = { record: KeptClaim; onChange: (record: KeptClaim) => void };

/** What became of the claim, told by hand; it stands in the claim’s own record. */
export function CourseForm({ record, onChange }: CourseFormProps) {
  const today = use(TodayContext);
  const course = readCourse(record, today);
  const shared = { record, onChange, today, course };
  return (
    <>
      <fieldset className="part">
        <legend>Sent</legend>
        <div className="two-columns day-course">
          <CourseDay name="sentOn" {...shared} />
          <SentAs record={record} onChange={onChange} />
        </div>
      </fieldset>
      <fieldset className="part">
        <legend>Came back</legend>
        <div className="two-columns day-course">
          <CourseDay name="cameBackOn" {...shared} />
          {(['allowed', 'paid', 'patientOwes'] as const).map((name) => (
            <CourseText key={name} name={name} {...shared} />
          ))}
          <RemittanceCode record={record} problem={course.problems.remittanceCode} onChange={onChange} />
          <CourseDay name="settledOn" {...shared} />
        </div>
      </fieldset>
    </>
  );
}

type CourseTextProps<Name> = CourseFormProps & {
  name: Name;
  course: Course;
  said?: string | undefined;
  onLeft?: () => void;
};

function CourseText(props: CourseTextProps<Exclude<keyof typeof courseAnswers, 'sentAs'>>) {
  const { name, record, course, said, onLeft, onChange } = props;
  return (
    <TextField
      id={`course-${name}`}
      label={courseAnswers[name].label}
      size="medium"
      problem={course.problems[name]}
      said={said}
      field={{
        name: `course-${name}`,
        value: record.course[name],
        onChange: ({ target }) => onChange(withCourse(record, { [name]: target.value })),
        ...(onLeft ? { onBlur: onLeft } : {}),
      }}
    />
  );
}

function CourseDay({ today, ...props }: CourseTextProps<'sentOn' | 'cameBackOn' | 'settledOn'> & { today: IsoDate }) {
  const { name, record, course, onChange } = props;
  // “t” becomes the day that it is, so that it never means another one.
  const settle = () => {
    const meant = relativeDay(record.course[name], today);
    if (meant) onChange(withCourse(record, { [name]: formatDate(meant) }));
  };
  const on = course[name];
  return <CourseText {...props} said={on ? formatDay(on) : undefined} onLeft={settle} />;
}

function SentAs({ record, onChange }: CourseFormProps) {
  return (
    <SelectField
      id="course-sentAs"
      label={courseAnswers.sentAs.label}
      choices={choicesOf(sentAsLabels)}
      unchosen="Not told"
      hint={undefined}
      problem={undefined}
      field={{
        name: 'course-sentAs',
        value: record.course.sentAs,
        onChange: ({ target }) =>
          onChange(withCourse(record, { sentAs: target.value as KeptClaim['course']['sentAs'] })),
      }}
    />
  );
}

function RemittanceCode({ record, problem, onChange }: CourseFormProps & { problem: string | undefined }) {
  return (
    <TextField
      id="course-remittanceCode"
      label="Code on the remittance"
      hint="What it means: open the claim, then “A claim came back”."
      problem={problem}
      field={{
        name: 'course-remittanceCode',
        value: record.remittanceCode,
        onChange: ({ target }) => onChange(withCourse(record, { remittanceCode: target.value })),
      }}
    />
  );
}
