import { ProfileField } from './profile-fields';
import { profileParts } from './profile-answers';

/** What is asked of a payer. */
export function ProfileQuestions() {
  return profileParts.map(({ legend, keys }) => (
    <fieldset className="part" key={legend}>
      <legend>{legend}</legend>
      <div className="two-columns">
        {keys.map((key) => (
          <ProfileField key={key} name={key} />
        ))}
      </div>
    </fieldset>
  ));
}
