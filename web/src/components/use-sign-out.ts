import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { signOut } from '../api/commands.ts';
import { MESSAGE_ICON } from '../icons.tsx';
import { useProblemText } from './Failure.tsx';

export const useSignOut = (): (() => void) => {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const textOf = useProblemText();
  return () => {
    signOut()
      .then(() => navigate({ to: '/sign-in' }))
      .catch((error: unknown) => message.error({ content: textOf(error), icon: MESSAGE_ICON.error }));
  };
};
