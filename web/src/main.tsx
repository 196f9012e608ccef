import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { client } from './api/queries.ts';
import { QUIET_ICONS } from './icons.tsx';
import { useLanguage } from './messages/index.ts';
import { router } from './router.tsx';
import { useTheme } from './theme.ts';
import './styles/tokens.css';
import './styles/frame.css';
import './styles/leads.css';
import './styles/decision.css';
import './styles/pages.css';

function Page() {
  const language = useLanguage();
  return (
    <ConfigProvider theme={useTheme()} locale={language === 'zh' ? zhCN : enUS} {...QUIET_ICONS} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 1, duration: 6, top: 'calc(100vh - 160px)' }}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
