// Runs React's own code in the turn of its part of the code, rather than in that of whoever needs it first.
export { createRoot } from 'react-dom/client';
