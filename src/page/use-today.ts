import { useEffect, useRef, useState } from 'react';
import { formatDate, localDay, type IsoDate } from '../engine/dated';
import { relativeDay } from '../answers/read-answers';
import { dayFields } from '../answers/day-answers';
import type { WorksheetForm } from '../fields/form';

/** Today, also on a page that was left open overnight. */
export function useToday(openedOn: IsoDate): IsoDate {
  const [today, setToday] = useState(openedOn);
  useEffect(() => {
    const look = () => setToday((before) => localDay(new Date()) ?? before);
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, 60_000);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, []);
  return today;
}

/** A "t" that still stands in a field at midnight means the day on which it was typed. */
export function useDaysSettled(
  today: IsoDate,
  { getValues, setValue }: Pick<WorksheetForm, 'getValues' | 'setValue'>,
): void {
  const dayBefore = useRef(today);
  useEffect(() => {
    for (const name of dayFields) {
      const meant = today === dayBefore.current ? undefined : relativeDay(getValues(name), dayBefore.current);
      if (meant) setValue(name, formatDate(meant));
    }
    dayBefore.current = today;
  }, [getValues, setValue, today]);
}
