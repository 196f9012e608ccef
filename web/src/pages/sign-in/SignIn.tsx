import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../api/commands.ts';
import { Door } from '../../components/Door.tsx';
import { useProblemText } from '../../components/Failure.tsx';

const route = getRouteApi('/sign-in');

/** Back to where the person was sent away from; only to a place of this site. */
const homeward = (to: string | undefined): string => (to?.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? to : '/leads');

export function SignIn() {
  const { t } = useTranslation();
  const { to } = route.useSearch();
  const router = useRouter();
  const textOf = useProblemText();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const enter = async (words: { login: string; password: string }) => {
    setBusy(true);
    setFailure(null);
    try {
      await signIn({ login: words.login.trim().toLowerCase(), password: words.password });
      router.history.push(homeward(to));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const required = [{ required: true, message: t('sign_in.required') }];
  return (
    <Door title={t('page.sign_in')}>
      <Form layout="vertical" requiredMark={false} onFinish={(words: { login: string; password: string }) => void enter(words)}>
        <Form.Item name="login" label={t('sign_in.login')} rules={required}>
          <Input autoComplete="username" autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="password" label={t('sign_in.password')} rules={required}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        {failure !== null && (
          <p className="form-failure" role="alert">
            {textOf(failure)}
          </p>
        )}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('sign_in.enter')}
        </Button>
      </Form>
    </Door>
  );
}
