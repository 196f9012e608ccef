import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { BODY_KIND, REGION } from '@zhijian/contract';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeFirstAccount } from '../../api/commands.ts';
import { firstLinkQuery } from '../../api/queries.ts';
import { Door } from '../../components/Door.tsx';
import { Failure, useProblemText } from '../../components/Failure.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useLabel } from '../../messages/index.ts';

const route = getRouteApi('/first-account');

interface Words {
  body_name: string;
  body_kind: string;
  region: string;
  name: string;
  login: string;
  password: string;
}

/** Behind the one-time link of an empty house: its first body and the administrator of it. */
export function FirstAccount() {
  const { t } = useTranslation();
  const { token = '' } = route.useSearch();
  const link = useQuery({ ...firstLinkQuery(token), enabled: token !== '' });
  const shown = () => {
    if (token === '' || link.data?.open === false) return <Closed />;
    if (link.isError) return <Failure error={link.error} again={() => void link.refetch()} />;
    return link.isPending ? <Waiting rows={6} /> : <NewAccount token={token} />;
  };
  return <Door title={t('page.first_account')}>{shown()}</Door>;
}

/** The link was used, is over or was never one: whoever has an account signs in. */
function Closed() {
  const { t } = useTranslation();
  return (
    <div className="door-notice">
      <p>
        <strong>{t('first_account.closed')}</strong>
      </p>
      <p>{t('first_account.closed_text')}</p>
      <Link to="/sign-in" className="ant-btn ant-btn-primary">
        {t('first_account.sign_in')}
      </Link>
    </div>
  );
}

function NewAccount({ token }: { token: string }) {
  const { t } = useTranslation();
  const read = useLabel();
  const navigate = useNavigate();
  const textOf = useProblemText();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const make = async ({ body_name, body_kind, region, name, login, password }: Words) => {
    setBusy(true);
    setFailure(null);
    try {
      await makeFirstAccount({
        token,
        body: { name: body_name.trim(), region, kind: body_kind },
        login: login.trim().toLowerCase(),
        name: name.trim(),
        password,
      });
      await navigate({ to: '/imports' });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const required = [{ required: true, whitespace: true, message: t('sign_in.required') }];
  const options = (list: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(list).map(([value, label]) => ({ value, label: read(label) }));
  return (
    <>
      <p>{t('first_account.hint')}</p>
      <Form layout="vertical" requiredMark={false} onFinish={(words: Words) => void make(words)} initialValues={{ body_kind: 'local_office' }}>
        <Form.Item name="body_name" label={t('first_account.body_name')} rules={required}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="body_kind" label={t('first_account.body_kind')} rules={required}>
          <Select options={options(BODY_KIND)} />
        </Form.Item>
        <Form.Item name="region" label={t('first_account.region')} rules={required}>
          <Select options={options(REGION)} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="name" label={t('first_account.name')} rules={required}>
          <Input maxLength={100} autoComplete="name" />
        </Form.Item>
        <Form.Item name="login" label={t('sign_in.login')} rules={required}>
          <Input maxLength={100} autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('sign_in.password')}
          extra={t('first_account.password_hint')}
          rules={[{ required: true, min: 12, message: t('first_account.password_hint') }]}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        {failure !== null && (
          <p className="form-failure" role="alert">
            {textOf(failure)}
          </p>
        )}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('first_account.make')}
        </Button>
      </Form>
    </>
  );
}
